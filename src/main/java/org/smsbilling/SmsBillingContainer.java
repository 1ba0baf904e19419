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
package org.smsbilling;

import java.util.List;

import org.apache.ofbiz.base.container.Container;
import org.apache.ofbiz.base.container.ContainerException;
import org.apache.ofbiz.base.start.StartupCommand;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.DelegatorFactory;

/** Starts the background work together with OFBiz, so that what was queued before a restart leaves without waiting for a user, and stops it. */
public class SmsBillingContainer implements Container {

    private String name;

    @Override
    public void init(List<StartupCommand> ofbizCommands, String containerName, String configFile) {
        this.name = containerName;
    }

    @Override
    public boolean start() throws ContainerException {
        Delegator delegator = DelegatorFactory.getDelegator("default");
        if (delegator == null) {
            throw new ContainerException("There is no delegator named default");
        }
        SmsBilling.of(delegator);
        return true;
    }

    @Override
    public void stop() {
        SmsBilling.closeAll();
    }

    @Override
    public String getName() {
        return name;
    }
}
