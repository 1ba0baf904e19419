/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing,
 * software distributed under the License is distributed on an
 * "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY
 * KIND, either express or implied.  See the License for the
 * specific language governing permissions and limitations
 * under the License.
 */
package org.apache.ofbiz.entity.condition;

import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.ofbiz.base.util.UtilGenerics;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.model.ModelField;
import org.smsbilling.testbed.sql.SqlText;

/** Compares two values, in SQL or in memory. */
public final class EntityComparisonOperator<L, R> extends EntityOperator<L, R> {

    private static final long serialVersionUID = 1L;

    EntityComparisonOperator(String code) {
        super(code);
    }

    /** Writes OPERATOR value. As in OFBiz, null is compared by IS NULL, and IN nothing is never true. */
    void addSql(SqlText sql, ModelField field, Object rhs) {
        if ("IN".equals(getCode()) && UtilValidate.isEmpty(rhs)) {
            sql.add("1=0");
            return;
        }
        if ("NOT IN".equals(getCode()) && UtilValidate.isEmpty(rhs)) {
            throw new IllegalArgumentException("NOT IN () is no SQL: leave the condition out");
        }
        sql.add(field.getColName());
        if (rhs == null) {
            sql.add("<>".equals(getCode()) ? " IS NOT NULL" : " IS NULL");
        } else if ("BETWEEN".equals(getCode())) {
            Iterator<?> ends = ((Collection<?>) rhs).iterator();
            sql.add(" BETWEEN ").value(field, ends.next()).add(" AND ").value(field, ends.next());
        } else {
            sql.add(" " + getCode() + " ").value(field, rhs);
        }
    }

    /** In memory; an order comparison with null is never true. */
    boolean compare(Object lhs, Object rhs) {
        switch (getCode()) {
        case "=":
            return lhs == null || rhs == null ? lhs == rhs : order(lhs, rhs) == 0;
        case "<>":
            return lhs == null || rhs == null ? lhs != rhs : order(lhs, rhs) != 0;
        case "IN":
            return ((Collection<?>) rhs).contains(lhs);
        case "NOT IN":
            return !((Collection<?>) rhs).contains(lhs);
        case "LIKE":
            return lhs != null && like(lhs, rhs);
        case "NOT LIKE":
            return lhs != null && !like(lhs, rhs);
        case "BETWEEN":
            Iterator<?> ends = ((Collection<?>) rhs).iterator();
            return lhs != null && order(lhs, ends.next()) >= 0 && order(lhs, ends.next()) <= 0;
        case "<":
            return lhs != null && rhs != null && order(lhs, rhs) < 0;
        case "<=":
            return lhs != null && rhs != null && order(lhs, rhs) <= 0;
        case ">":
            return lhs != null && rhs != null && order(lhs, rhs) > 0;
        default:
            return lhs != null && rhs != null && order(lhs, rhs) >= 0;
        }
    }

    private static int order(Object lhs, Object rhs) {
        Comparable<Object> left = UtilGenerics.cast(lhs);
        return lhs instanceof Comparable ? left.compareTo(rhs) : Objects.equals(lhs, rhs) ? 0 : 1;
    }

    private static boolean like(Object lhs, Object pattern) {
        String regex = Pattern.quote(pattern.toString()).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(lhs.toString()).matches();
    }
}
