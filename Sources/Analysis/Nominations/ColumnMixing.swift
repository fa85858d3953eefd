public import Sociometry

/// Whether pupils of a group name those like themselves, by one column of the roll.
public struct ColumnMixing: Sendable {
  /// The heading of the column.
  public let column: String
  /// The labels, in the order of the matrix.
  public let labels: [String]
  /// Who names whom by label.
  public let matrix: MixingMatrix

  /// Names within and between labels, beside what the sizes of the labels give.
  public var homophily: Homophily { Homophily(matrix) }
}
