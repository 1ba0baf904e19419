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
package org.smsbilling.scenario;

/**
 * One story that must hold on every host: told through the component's services, with the outside world's emulators at the other end.
 * Plain Java, so that JUnit runs it on the testbed and a {@code service-test} runs it inside OFBiz.
 */
@FunctionalInterface
public interface Scenario {

    /** Plays the story from the start, with data of its own. @throws ScenarioFailure when something did not hold */
    void play(Stage stage) throws Exception;
}
