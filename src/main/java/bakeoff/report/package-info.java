/** The comparison of a folder: Markdown, JSON, figures. */
@NullMarked
package bakeoff.report;

import org.jspecify.annotations.NullMarked;
