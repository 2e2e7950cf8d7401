internal import Text
internal import YAML

/// The arguments of one command, checked against what it takes.
struct Arguments {
  private let specification: CommandSpecification
  private var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads the words after a command's name.
  ///
  /// An option's value comes after it, or after `=`; `--` ends the options.
  init(_ words: [String], of specification: CommandSpecification) throws(UsageError) {
    self.specification = specification
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" {
        operands += words[index...]
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let (name, attached) = Self.split(word)
      guard let option = specification.option(name) else {
        throw UsageError.unknownOption(word, of: specification)
      }
      guard let placeholder = option.value else {
        guard attached == nil else {
          throw UsageError("'--\(name)' takes no value", of: specification)
        }
        values[name, default: []].append("")
        continue
      }
      var value = attached
      if value == nil, index < words.count, !words[index].hasPrefix("--") {
        value = words[index]
        index += 1
      }
      guard let value else {
        throw UsageError("'--\(name)' needs a value: --\(name) <\(placeholder)>", of: specification)
      }
      try Self.check(value, "--\(name)", option.choices, of: specification)
      values[name, default: []].append(value)
    }
    let isOpen = specification.operands.last?.isRepeated ?? false
    guard isOpen || operands.count <= specification.operands.count else {
      let extra = operands[specification.operands.count]
      throw UsageError("unexpected argument '\(extra)'", of: specification)
    }
    for (operand, value) in zip(specification.operands, operands) {
      try Self.check(value, "<\(operand.name)>", operand.choices, of: specification)
    }
  }

  /// Throws where there is a choice and a value is none of it.
  private static func check(
    _ value: String,
    _ place: String,
    _ choices: [String],
    of specification: CommandSpecification
  ) throws(UsageError) {
    guard !choices.isEmpty, !choices.contains(value) else { return }
    let nearest = choices.nearest(to: value).map { "; did you mean '\($0)'?" } ?? ""
    throw UsageError(
      "'\(value)' is not a value of \(place), which is one of "
        + choices.joined(separator: ", ") + nearest,
      of: specification
    )
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    let name = word == "-h" ? "help" : String(word.drop { $0 == "-" })
    guard let equals = name.firstIndex(of: "=") else { return (name, nil) }
    return (String(name[..<equals]), String(name[name.index(after: equals)...]))
  }

  /// Tells whether a flag is there.
  func flag(_ name: String) -> Bool { values[name] != nil }

  /// Returns the value of an option, the last where it stands more than once.
  func value(_ name: String) -> String? { values[name]?.last }

  /// Returns all values of an option, in order.
  func values(_ name: String) -> [String] { values[name] ?? [] }

  /// All arguments that are told by their places.
  var allOperands: [String] { operands }

  /// Returns the argument at a place, from 0.
  func operand(_ index: Int) -> String? { operands.indices.contains(index) ? operands[index] : nil }
}

/// A command line that cannot be understood.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ message: String, of specification: CommandSpecification) {
    description =
      "\(message)\nUsage: \(specification.usage)\n'rubric \(specification.name) --help' says more"
  }

  init(_ message: String) {
    description = "\(message)\nsee 'rubric --help'"
  }

  fileprivate static func unknownOption(
    _ word: String,
    of specification: CommandSpecification
  ) -> UsageError {
    let names = specification.allOptions.map { "--\($0.name)" }
    let nearest = names.nearest(to: word).map { "; did you mean '\($0)'?" } ?? ""
    return UsageError("there is no option '\(word)'\(nearest)", of: specification)
  }
}
