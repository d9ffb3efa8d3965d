package oxus.schemas;

import org.apache.avro.Schema;

/**
 * Which schema a four-byte id on the wire means: the checked-in table by default, a registry in
 * production.
 */
public interface SchemaIds {

  /**
   * The id under which records of this schema are written.
   *
   * @throws org.apache.kafka.common.errors.SerializationException when the schema has none
   */
  int idOf(Schema schema);

  /**
   * The schema that a record was written with.
   *
   * @throws org.apache.kafka.common.errors.SerializationException when no schema has the id
   */
  Schema byId(int id);
}
