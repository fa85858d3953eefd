extension NearestName {
  /// How many of the known names a remedy lists.
  private static let listLimit = 12

  /// The question whether the nearest name was meant; `nil` where none is near.
  public static func question(for name: String, among known: [String]) -> String? {
    suggestion(for: name, among: known).map { "did you mean '\($0.clipped)'?" }
  }

  /// A remedy for a name that is not known: the nearest one, or all there are.
  ///
  /// - Parameters:
  ///   - name: What was written.
  ///   - known: The names that are known.
  ///   - lead: The words before their list, such as "the items are".
  /// - Returns: A clause without a full stop.
  public static func remedy(for name: String, among known: [String], lead: String) -> String {
    question(for: name, among: known) ?? list(known, lead: lead)
  }

  /// The known names after some words, the first of many.
  public static func list(_ known: [String], lead: String) -> String {
    guard !known.isEmpty else { return "none is known here" }
    let more = known.count - listLimit
    return "\(lead) \(quoted(known.prefix(listLimit)))" + (more > 0 ? " and \(more) more" : "")
  }

  /// Names in quotation marks with commas between, each cut to the length that a message shows.
  public static func quoted(_ names: some Sequence<String>) -> String {
    names.map { "'\($0.clipped)'" }.joined(separator: ", ")
  }
}
