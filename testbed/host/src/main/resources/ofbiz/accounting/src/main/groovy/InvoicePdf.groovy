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

// One page with one line: enough to see that the link leads to a PDF
String line = "BT /F1 18 Tf 72 720 Td (Invoice ${(parameters.invoiceId ?: '').replaceAll('[^A-Za-z0-9_-]', '')}) Tj ET"
List<String> objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
        "<</Length ${line.length()}>>stream\n${line}\nendstream", '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
StringBuilder pdf = new StringBuilder('%PDF-1.4\n')
List<Integer> offsets = objects.withIndex().collect { object, index ->
    int offset = pdf.length()
    pdf << "${index + 1} 0 obj${object}endobj\n"
    offset
}
int table = pdf.length()
pdf << "xref\n0 ${objects.size() + 1}\n0000000000 65535 f \n" << offsets.collect { String.format('%010d 00000 n \n', it) }.join('')
pdf << "trailer<</Size ${objects.size() + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n"
response.setContentType('application/pdf')
response.getOutputStream().write(pdf.toString().getBytes('ISO-8859-1'))
return 'success'
