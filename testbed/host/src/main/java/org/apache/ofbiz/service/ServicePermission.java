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
package org.apache.ofbiz.service;

import java.util.List;

/**
 * What a caller of a service must have: a permission service's consent, or one or all of some permissions.
 *
 * @param serviceName the permission service, or null
 * @param mainAction what it is asked for
 * @param joinAnd are all permissions needed?
 * @param checks pairs of permission and action, the action empty for a plain permission
 */
public record ServicePermission(String serviceName, String mainAction, boolean joinAnd, List<String[]> checks) { }
