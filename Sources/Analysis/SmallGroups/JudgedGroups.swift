/// The groups over which an audit decides what it holds back, whether a run prints them or not.
///
/// They are the same in every run on the same answers, so that two runs tell no more than one.
struct JudgedGroups: Sendable {
  /// The whole first, then the values of each column.
  let groups: [GroupFigures]
  /// Which of the groups add up to which others.
  let sums: GroupSums
  /// What each column of the sums is: the id of an item, or the heading that was asked for.
  let columns: [String]
  /// The place in `groups` of each group that is printed.
  let places: [Int]
}
