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
package org.smsbilling.provider;

import java.math.BigDecimal;

/**
 * What a carrier says of a text that it has taken.
 *
 * @param providerStatus in the carrier's words
 * @param errorCode or null
 * @param segments as the carrier counts them, 0 while unknown
 * @param price what it charged, not negative; null while unknown
 * @param currencyUomId of the price, or null
 */
public record SmsState(String providerStatus, String errorCode, int segments, BigDecimal price, String currencyUomId) { }
