public import Responses

/// What was done with an audit, for a person.
public struct EventText {
  private let events: [Event]
  private let style: TextStyle

  /// Prepares the list, in any order.
  public init(_ events: [Event], style: TextStyle) {
    self.events = events
    self.style = style
  }

  /// The list by day and time.
  public func text() -> String {
    guard !events.isEmpty else { return "Nothing was done yet.\n" }
    var table = TextTable([("When", .left), ("Who", .left), ("What", .left), ("", .left)])
    let sorted = events.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    for (_, event) in sorted { table.add([event.at, event.who, event.action, event.detail]) }
    return table.lines(style: style).joined(separator: "\n") + "\n"
  }
}
