package bakeoff.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sentence that the reference, the JSON Schema and the editors show for a kind or a key. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Doc {
  String value();

  /** A value to show, written as in a file; for keys and kinds that have no default to show. */
  String example() default "";
}
