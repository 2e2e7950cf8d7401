internal import Classifier
internal import Facts
internal import Git
internal import YAML

/// What the program's exit status says.
enum ExitStatus: Int32 {
  /// Nothing to report at the level that was asked for.
  case clean = 0
  case findings = 1
  /// The command line or a rulebook is wrong.
  case rejected = 2
  /// Git, the network or GitHub failed.
  case failed = 3

  init(_ error: any Error) {
    switch error {
    case is YAMLError, is UsageError, is RulebookFileError, is BaselineError,
      is BibliographyError:
      self = .rejected
    case let error as GitError where error.code == .notEmpty: self = .rejected
    case let error as ListFileError where error.isRefusal: self = .rejected
    case let error as AddFailure where !error.isFailure: self = .rejected
    case let error as HookError where error.isRefusal: self = .rejected
    default: self = .failed
    }
  }
}
