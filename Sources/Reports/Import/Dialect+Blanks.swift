import Responses

extension Dialect {
  /// What a blank of this tool cannot tell, as a sentence.
  var blanks: String {
    let tool = self == .plain ? "this file" : title
    return indistinctBlanks.contains(.noneTicked)
      ? "A blank of \(tool) may be a question that was left out, one that was not shown, or choices of "
        + "which none was ticked: all count as no answer."
      : "A blank of \(tool) may be a question that was left out or one that was not shown: both count "
        + "as no answer."
  }
}
