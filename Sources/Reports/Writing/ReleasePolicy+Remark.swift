import Analysis

extension ReleasePolicy {
  /// The remark that stands at the head of a report.
  var remark: String {
    switch self {
    case .holder: "for the data holder, nothing hidden"
    }
  }
}
