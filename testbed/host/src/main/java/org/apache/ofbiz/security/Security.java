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
package org.apache.ofbiz.security;

import org.apache.ofbiz.entity.GenericValue;

/** Permissions of users. */
public interface Security {

    boolean hasPermission(String permission, GenericValue userLogin);

    /** Has the user entity + action, or entity_ADMIN? @param action with its underscore, for example _VIEW */
    boolean hasEntityPermission(String entity, String action, GenericValue userLogin);

    void clearUserData(GenericValue userLogin);
}
