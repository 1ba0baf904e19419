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
package org.smsbilling.cardpointe;

import java.net.URI;
import java.util.Optional;

import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.ChargeRequest;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;

/** CardPointe. */
public final class CardPointeGateway implements PaymentGateway {

    /** @param base replaces the gateway's own address */
    public CardPointeGateway(Optional<URI> base) {
    }

    @Override
    public ChargeResult charge(MerchantAccount account, ChargeRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChargeResult inquire(MerchantAccount account, String orderId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean voidByOrderId(MerchantAccount account, String orderId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AccountCheck check(MerchantAccount account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public URI tokenizer(MerchantAccount account, ChargeRequest.MethodType methodType) {
        throw new UnsupportedOperationException();
    }
}
