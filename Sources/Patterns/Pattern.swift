internal import CPCRE2

/// A regular expression of a maintainer's, compiled by PCRE2 and searched for within limits that do
/// not depend on the machine.
///
/// Patterns and texts come from others, and there are patterns that some texts keep busy for years.
/// So each search may take so many steps and no more, and a text may have so many bytes: where that
/// is not enough, the search says so instead of having found nothing.
package final class Pattern: @unchecked Sendable {
  /// The most bytes that a pattern may have.
  package static let patternLimit = 2_000
  /// The most bytes of a text that is searched.
  package static let textLimit = 16_384
  /// The steps for all places of a text together, and the least for one of them.
  private static let steps = 4_000_000
  private static let leastSteps = 2_000
  /// How deep a search may nest, and the KiB of memory that it may take.
  private static let depth: UInt32 = 20_000
  private static let memory: UInt32 = 8_192

  /// The pattern as it was written.
  package let source: String
  /// How many groups it captures.
  package let groupCount: Int
  /// Made by `pcre2_compile`, never changed and freed by `deinit`.
  ///
  /// Any thread may read it, and what a search writes is its own: that makes the class Sendable.
  private let code: OpaquePointer

  /// Compiles a pattern by `pcre2_compile`; letters and digits are those of all scripts.
  package init(_ source: String, ignoringCase: Bool = false) throws(PatternError) {
    let bytes = Array(source.utf8)
    guard bytes.count <= Self.patternLimit else { throw .tooLong }
    guard let context = pcre2_compile_context_create_8(nil) else {
      preconditionFailure("pcre2_compile_context_create has no memory")
    }
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_parens_nest_limit_8(context, 50)
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C
    if ignoringCase { options |= PCRE2_CASELESS }
    var code: Int32 = 0
    var offset = 0
    guard
      let compiled = pcre2_compile_8(bytes, bytes.count, options, &code, &offset, context)
    else {
      throw .malformed(reason: Self.message(of: code), offset: offset)
    }
    var count: UInt32 = 0
    pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    self.source = source
    self.code = compiled
    groupCount = Int(count)
  }

  deinit { pcre2_code_free_8(code) }

  /// Returns what it matches in a range of bytes, from the left, without overlaps.
  ///
  /// `^` and `$` are the ends of the range. Throws `tooManySteps` where the limits are not enough.
  package func matches(
    in bytes: [UInt8],
    _ range: Range<Int>
  ) throws(PatternError) -> [PatternMatch] {
    try search(bytes, range, limit: .max)
  }

  /// Tells whether it matches anywhere in a range of bytes.
  package func isFound(in bytes: [UInt8], _ range: Range<Int>) throws(PatternError) -> Bool {
    try !search(bytes, range, limit: 1).isEmpty
  }

  /// Searches by `pcre2_match`, from the end of one match for the next.
  private func search(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    limit: Int
  ) throws(PatternError) -> [PatternMatch] {
    guard range.count <= Self.textLimit else { throw .tooManySteps }
    guard let context = pcre2_match_context_create_8(nil),
      let data = pcre2_match_data_create_from_pattern_8(code, nil)
    else { preconditionFailure("PCRE2 has no memory for a search") }
    defer {
      pcre2_match_data_free_8(data)
      pcre2_match_context_free_8(context)
    }
    // The limit is one for each place at which a match can begin.
    let steps = max(Self.leastSteps, Self.steps / max(1, range.count))
    pcre2_set_match_limit_8(context, UInt32(steps))
    pcre2_set_depth_limit_8(context, Self.depth)
    pcre2_set_heap_limit_8(context, Self.memory)
    return try bytes[range].withUnsafeBufferPointer { (text) throws(PatternError) in
      // An empty text has no address, and PCRE2 wants one.
      var nothing: UInt8 = 0
      guard let address = text.baseAddress else {
        return try withUnsafePointer(to: &nothing) { (address) throws(PatternError) in
          try search(address, count: 0, in: range, limit, context, data)
        }
      }
      return try search(address, count: text.count, in: range, limit, context, data)
    }
  }

  private func search(
    _ text: UnsafePointer<UInt8>,
    count: Int,
    in range: Range<Int>,
    _ limit: Int,
    _ context: OpaquePointer,
    _ data: OpaquePointer
  ) throws(PatternError) -> [PatternMatch] {
    var matches: [PatternMatch] = []
    var start = 0
    while start <= count, matches.count < limit {
      let result = pcre2_match_8(code, text, count, start, 0, data, context)
      if result == PCRE2_ERROR_NOMATCH { break }
      guard result > 0 else { throw Self.error(result) }
      let match = Self.match(data, offset: range.lowerBound)
      // `\K` can put a match's start after its end, or before where the search began.
      guard match.range.lowerBound >= range.lowerBound + start else { break }
      matches.append(match)
      let end = match.range.upperBound - range.lowerBound
      start = match.range.isEmpty ? Self.next(text, after: end, of: count) : end
    }
    return matches
  }

  /// Copies the offsets of the last match out of the library's memory.
  private static func match(_ data: OpaquePointer, offset: Int) -> PatternMatch {
    let count = Int(pcre2_get_ovector_count_8(data))
    guard let offsets = pcre2_get_ovector_pointer_8(data) else {
      preconditionFailure("pcre2_get_ovector_pointer has none")
    }
    // A group that took no part has an offset of -1, `PCRE2_UNSET`.
    let groups = (0..<count).map { group -> Range<Int>? in
      let (start, end) = (offsets[2 * group], offsets[2 * group + 1])
      guard start >= 0, start <= end else { return nil }
      return offset + start..<offset + end
    }
    let whole = groups[0] ?? offset..<offset
    return PatternMatch(range: whole, groups: groups)
  }

  /// Returns where the character after an offset ends.
  private static func next(_ text: UnsafePointer<UInt8>, after offset: Int, of count: Int) -> Int {
    var next = offset + 1
    while next < count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  private static func error(_ code: Int32) -> PatternError {
    switch code {
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT: .tooManySteps
    default: .failed(reason: message(of: code))
    }
  }

  /// What the library says of a code: `pcre2_get_error_message`.
  private static func message(of code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = pcre2_get_error_message_8(code, &buffer, buffer.count)
    guard count > 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix(Int(count)), as: UTF8.self)
  }
}
