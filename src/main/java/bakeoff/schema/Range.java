package bakeoff.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The numbers a key takes; of a list, those its members take. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Range {
  double min() default Double.NEGATIVE_INFINITY;

  double max() default Double.POSITIVE_INFINITY;

  /** Numbers have to be above this. */
  double above() default Double.NEGATIVE_INFINITY;

  /** Numbers have to be below this. */
  double below() default Double.POSITIVE_INFINITY;
}
