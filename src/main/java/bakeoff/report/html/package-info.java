/** Pages in one file: templates, with the styles and scripts that go into them. */
@NullMarked
package bakeoff.report.html;

import org.jspecify.annotations.NullMarked;
