/// A fault, or a matter for a person, in a file that somebody wrote or exported.
///
/// It says the place, what is wrong and what to do. Its text is lower case without a full stop,
/// sets names in single quotes, and quotes at most 40 characters of a cell that could not be read,
/// never free text.
public struct Diagnostic: Hashable, Sendable {
  /// How much a diagnostic weighs: an error stops the figures, a warning does not.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// The sentence of a diagnostic with the stable id that the documentation lists.
  public struct Message: Hashable, Sendable {
    /// A stable word for the kind of fault, such as `unknown-key`.
    public var id: String
    /// What is wrong and what to do about it, in one sentence.
    public var text: String

    public init(id: String, _ text: String) {
      self.id = id
      self.text = text
    }
  }

  /// How much the diagnostic weighs.
  public var severity: Severity
  /// What is wrong, with the stable id of its kind.
  public var message: Message
  /// Where the fault lies, as precisely as it is known.
  public var location: Location
  /// How many characters the caret underlines, at least 1.
  public var length: Int
  /// Sentences that stand below: where else to look, which ways out there are.
  public var notes: [String]

  /// Makes a diagnostic; a length below 1 counts as 1.
  public init(
    _ severity: Severity, _ message: Message, at location: Location, length: Int = 1,
    notes: [String] = []
  ) {
    self.severity = severity
    self.message = message
    self.location = location
    self.length = max(1, length)
    self.notes = notes
  }
}
