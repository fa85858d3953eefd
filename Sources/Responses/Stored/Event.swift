/// Something that was done with an audit.
public struct Event: Sendable, Hashable {
  /// Day and time, as 2026-11-22 09:30; the day alone where the time would tell whose answers are
  /// whose.
  public let at: String
  /// The name under which the person is known to the machine; empty where that is not kept.
  public let who: String
  /// What was done, in a word or two.
  public let action: String
  /// More of it; never a name.
  public let detail: String

  public init(at: String, who: String, action: String, detail: String) {
    self.at = at
    self.who = who
    self.action = action
    self.detail = detail
  }
}
