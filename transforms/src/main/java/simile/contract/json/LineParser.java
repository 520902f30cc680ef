package simile.contract.json;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;

/**
 * Jackson's UTF-8 parser, which says where tokens lie without allocating a location each, and which
 * can be moved to another line once it has read a whole root value. Offsets are indexes of the
 * slab.
 */
public final class LineParser extends UTF8StreamJsonParser {

  LineParser(IOContext context, int features, ByteQuadsCanonicalizer names) {
    super(context, features, null, null, names, new byte[0], 0, 0, 0, false);
  }

  /**
   * Goes on in {@code slab[start, end)}. The parser must be new, or at the end of a root value that
   * it read without error.
   */
  public void moveTo(byte[] slab, int start, int end) {
    _inputBuffer = slab;
    _inputPtr = start;
    _inputEnd = end;
    _currInputProcessed = 0;
    _currInputRow = 1;
    _currInputRowStart = start;
    _currToken = null;
  }

  /** Where the current field name's opening quote is. */
  public int nameStart() {
    return _nameStartOffset - 1;
  }

  /** Where the current value starts: a string's opening quote, an object's brace. */
  public int valueStart() {
    return (int) _tokenInputTotal - 1;
  }

  /** Just after the current value, or the current bracket of an object or array. */
  public int valueEnd() throws IOException {
    if (_tokenIncomplete) {
      finishToken();
    }
    return _inputPtr;
  }

  /**
   * Just after the current string, without decoding it. Only for text that has no backslash and is
   * known to be UTF-8.
   */
  public int skipPlainString() throws IOException {
    if (_tokenIncomplete) {
      int end = PlainStrings.closingQuote(_inputBuffer, _inputPtr, _inputEnd);
      if (end < 0) {
        // A raw control character, or no end: Jackson knows how to say so.
        finishToken();
        return _inputPtr;
      }
      _tokenIncomplete = false;
      _inputPtr = end + 1;
    }
    return _inputPtr;
  }

  /** How far the parser has read. */
  public int position() {
    return _inputPtr;
  }
}
