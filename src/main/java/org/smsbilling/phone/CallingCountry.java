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
package org.smsbilling.phone;

/**
 * A country that can be chosen for a typed number.
 *
 * @param countryCode ISO 3166 alpha-2
 * @param dialCode with its plus sign, e.g. +1
 * @param name in the language that was asked for
 */
public record CallingCountry(String countryCode, String dialCode, String name) { }
