/// Something `rubric` can be told to do.
protocol Command: Sendable {
  static var specification: CommandSpecification { get }

  /// Does it, and says how it went. What is thrown is told on standard error.
  static func run(_ arguments: Arguments) throws -> ExitStatus
}
