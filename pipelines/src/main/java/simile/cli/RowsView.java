package simile.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Lists things as JSON objects, whose members are the columns of a table, too. */
@FunctionalInterface
interface RowsView<R> {

  /** The rows that the request asks for. */
  List<ObjectNode> rows(R request) throws IOException;
}
