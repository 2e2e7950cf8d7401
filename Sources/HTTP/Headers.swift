/// The header fields of a message, in order, found by name in any case.
package struct Headers: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// The fields as they were set or received.
  package private(set) var fields: [Field] = []

  package init() {}

  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }

  /// The value of the first field of that name; setting replaces every field of that name.
  package subscript(name: String) -> String? {
    get { fields.first { $0.isNamed(name) }?.value }
    set {
      fields.removeAll { $0.isNamed(name) }
      if let newValue { append(name, newValue) }
    }
  }

  /// Adds a field, whether or not there is one of that name.
  ///
  /// - Precondition: Neither name nor value has a line end or a NUL, which would begin a field of
  ///   its own.
  package mutating func append(_ name: String, _ value: String) {
    let bytes = Array(name.utf8) + Array(value.utf8)
    precondition(
      !bytes.contains { $0 == 0 || $0 == 10 || $0 == 13 },
      "a header field is one line"
    )
    fields.append(Field(name: name, value: value))
  }

  /// One header field.
  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: String

    fileprivate func isNamed(_ other: String) -> Bool {
      name.utf8.elementsEqual(other.utf8) { $0.asciiLowercased == $1.asciiLowercased }
    }
  }
}

extension UInt8 {
  /// The byte, with an ASCII capital letter made small.
  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
