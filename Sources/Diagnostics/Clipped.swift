extension String {
  /// The text for a message: at most 40 characters, with control characters replaced.
  public var clipped: String {
    let head = prefix(41)
    let text = head.count > 40 ? head.prefix(39) + "…" : head
    return DiagnosticRenderer.printable(String(text))
  }
}
