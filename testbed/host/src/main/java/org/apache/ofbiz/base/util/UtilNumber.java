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
package org.apache.ofbiz.base.util;

import java.math.RoundingMode;

/** Scales and rounding of amounts, from arithmetic.properties. */
public final class UtilNumber {

    private static final String ARITHMETIC = "arithmetic.properties";

    private UtilNumber() { }

    public static int getBigDecimalScale(String property) {
        return Integer.parseInt(UtilProperties.getPropertyValue(ARITHMETIC, property, "2"));
    }

    /** Properties are written as ROUND_HALF_UP. */
    public static RoundingMode getRoundingMode(String property) {
        return RoundingMode.valueOf(UtilProperties.getPropertyValue(ARITHMETIC, property, "ROUND_HALF_UP").substring("ROUND_".length()));
    }
}
