import ArgumentParser

extension ExitCode {
  /// Faults were found in what was given.
  static let faults = ExitCode(1)
  /// Done, but some rows or names need a person.
  static let needsPerson = ExitCode(2)
  /// Something could not be written.
  static let inputOutput = ExitCode(74)
}

extension ParsableCommand {
  /// Ends the run as wrongly called, with the usage of this command.
  func misuse(_ text: String) -> Never {
    Self.exit(withError: ValidationError(text))
  }
}
