/** From YAML files to experiments, with every mistake at its line; and the JSON Schema. */
@NullMarked
package bakeoff.yaml;

import org.jspecify.annotations.NullMarked;
