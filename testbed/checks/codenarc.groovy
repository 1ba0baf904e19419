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
ruleset {
    description 'What OFBiz holds its Groovy to, as far as it concerns event and screen scripts'

    ruleset('rulesets/basic.xml')
    ruleset('rulesets/braces.xml')
    ruleset('rulesets/concurrency.xml')
    ruleset('rulesets/imports.xml') {
        exclude 'MisorderedStaticImports'
        exclude 'NoWildcardImports'
    }
    ruleset('rulesets/exceptions.xml') {
        exclude 'CatchException'
    }
    ruleset('rulesets/formatting.xml') {
        LineLength {
            length = 150
        }
        SpaceAroundMapEntryColon {
            characterAfterColonRegex = /\s/
        }
        exclude 'ClassEndsWithBlankLine'
        exclude 'ClassStartsWithBlankLine'
    }
    ruleset('rulesets/groovyism.xml')
    ruleset('rulesets/logging.xml')
    ruleset('rulesets/naming.xml') {
        exclude 'FactoryMethodName'
        exclude 'ClassNameSameAsFilename'
    }
    ruleset('rulesets/security.xml') {
        exclude 'JavaIoPackageAccess'
    }
    ruleset('rulesets/unnecessary.xml') {
        exclude 'UnnecessaryGetter'
        exclude 'UnnecessaryReturnKeyword'
        exclude 'UnnecessarySetter'
    }
    ruleset('rulesets/unused.xml')
}
