/// What one byte of a `CodeColumn` says: the index of a point, or why there is none.
public enum CellCode {
  /// Nothing was written.
  public static let blank: UInt8 = 255
  /// Something was written that could be read in two ways.
  public static let unreadable: UInt8 = 254
  /// Something was written that is no answer; such a row is refused, so no column holds it.
  static let fault: UInt8 = 253
  /// The first of the instrument's declared missing reasons; the next ones follow.
  public static let firstDeclared: UInt8 = 240
  /// How many points an item may have.
  static let pointLimit = 240
  /// How many missing reasons an instrument may declare.
  static let declaredLimit = 13

  /// Whether a byte is the index of a point.
  public static func isAnswer(_ code: UInt8) -> Bool { code < firstDeclared }
}
