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
package org.smsbilling.event;

import java.util.List;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageContent;
import org.smsbilling.planning.StepKey;

/**
 * An e-mail that a step of a cycle sends because something happened, or one with a fresh link.
 *
 * @param collectionStepId the step of the cycle, null for a fresh link
 * @param key what is done once for each invoice: the same as that of a text, so that there are never both
 * @param invoices at least one, all of one organization and customer
 * @param content payment and attempt that it is about
 */
public record MailDue(String collectionStepId, StepKey key, List<InvoiceFacts> invoices, MessageContent content) { }
