/// The instruments that a plan can name.
public struct PlanShelf: Sendable {
  /// The ids that are known.
  public var ids: [String]
  /// Whether a path, as the plan gives it from its own folder, leads to a file.
  public var hasFile: @Sendable (_ path: String) -> Bool

  /// Makes a shelf from the ids on it and a look at the disk.
  public init(ids: [String], hasFile: @escaping @Sendable (_ path: String) -> Bool) {
    self.ids = ids
    self.hasFile = hasFile
  }
}
