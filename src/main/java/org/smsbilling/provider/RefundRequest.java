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
 * One refund, complete.
 *
 * @param reference of the charge
 * @param orderId of the refund, unique, at most 19 characters, begins with a letter; by it an inquiry finds the refund
 * @param amount decimal units of the charge's currency, at most what is left of the charge
 */
public record RefundRequest(String reference, String orderId, BigDecimal amount) { }
