/// The faults found so far, in the order in which they were found.
///
/// Readers take it as `inout`, report everything they meet and read on, so that one run shows
/// all faults of a file. It keeps every kind of fault but counts rather than stores beyond
/// `storageLimit`, so that a hostile file cannot fill the memory with messages.
public struct DiagnosticSink: Sendable {
  /// How many diagnostics are kept; later ones are only counted.
  public static let storageLimit = 1_000

  /// The first `storageLimit` diagnostics, in the order in which they were found.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Those diagnostics in the order of their places; at one place, as they were found.
  public var sortedByPlace: [Diagnostic] {
    diagnostics.enumerated().sorted {
      ($0.element.location, $0.offset) < ($1.element.location, $1.offset)
    }.map(\.element)
  }

  /// All errors reported, kept or not.
  public private(set) var errorCount = 0
  /// All warnings reported, kept or not.
  public private(set) var warningCount = 0

  /// Makes a sink in which nothing has been found.
  public init() {}

  /// Whether any error was reported, kept or not.
  public var hasErrors: Bool { errorCount > 0 }

  /// Takes one diagnostic in.
  public mutating func report(_ diagnostic: Diagnostic) {
    switch diagnostic.severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    }
    if diagnostics.count < Self.storageLimit { diagnostics.append(diagnostic) }
  }

  /// Reports an error at a place; beyond the limit the message is not even made.
  ///
  /// `length` is how many characters the caret underlines, and `notes` are sentences that stand
  /// below.
  public mutating func error(
    _ message: @autoclosure () -> Diagnostic.Message, at location: Location, length: Int = 1,
    notes: [String] = []
  ) {
    report(.error, message, at: location, length: length, notes: notes)
  }

  /// Reports a warning at a place; beyond the limit the message is not even made.
  ///
  /// `length` is how many characters the caret underlines, and `notes` are sentences that stand
  /// below.
  public mutating func warning(
    _ message: @autoclosure () -> Diagnostic.Message, at location: Location, length: Int = 1,
    notes: [String] = []
  ) {
    report(.warning, message, at: location, length: length, notes: notes)
  }

  /// Reports an error that underlines a span.
  public mutating func error(
    _ message: @autoclosure () -> Diagnostic.Message, at span: Span, notes: [String] = []
  ) {
    report(.error, message, at: span.location, length: span.length, notes: notes)
  }

  /// Reports a warning that underlines a span.
  public mutating func warning(
    _ message: @autoclosure () -> Diagnostic.Message, at span: Span, notes: [String] = []
  ) {
    report(.warning, message, at: span.location, length: span.length, notes: notes)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ message: () -> Diagnostic.Message, at location: Location,
    length: Int, notes: [String]
  ) {
    guard diagnostics.count < Self.storageLimit else {
      switch severity {
      case .error: errorCount += 1
      case .warning: warningCount += 1
      }
      return
    }
    report(Diagnostic(severity, message(), at: location, length: length, notes: notes))
  }

  /// Takes in all that another sink holds, up to the limit, and all that it counted.
  public mutating func merge(_ other: DiagnosticSink) {
    for diagnostic in other.diagnostics where diagnostics.count < Self.storageLimit {
      diagnostics.append(diagnostic)
    }
    errorCount += other.errorCount
    warningCount += other.warningCount
  }
}
