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
package org.smsbilling.recipient;

import java.util.List;
import java.util.Map;

/**
 * Who gets a text about an invoice, and who does not.
 *
 * @param texts those who get one, each party once
 * @param without why not, by party; a customer without any number stands here
 */
public record Addressees(List<Addressee> texts, Map<String, NoText> without) { }
