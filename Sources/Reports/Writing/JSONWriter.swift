import Statistics

/// Writes JSON as it goes along, so that a million pupils need no memory.
///
/// Objects and arrays are indented, but for those that are opened `inline`. A figure that does not
/// exist is `null`; no infinity and no NaN is ever written.
struct JSONWriter {
  private(set) var sink: ByteSink
  /// For each open object or array: whether it has a member, and whether it stands on one line.
  private var open: [(hasMember: Bool, isInline: Bool)] = []
  private var afterKey = false

  init(_ sink: ByteSink) {
    self.sink = sink
  }

  mutating func object(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "{"), UInt8(ascii: "}"), inline, body)
  }

  mutating func array(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "["), UInt8(ascii: "]"), inline, body)
  }

  mutating func key(_ key: String) {
    separate()
    sink.writeQuoted(key)
    sink.write(": " as StaticString)
    afterKey = true
  }

  mutating func member(_ name: String, _ value: String?) {
    key(name)
    self.value(value)
  }

  mutating func member(_ name: String, _ value: Int?) {
    key(name)
    self.value(value)
  }

  mutating func member(_ name: String, _ value: Double?) {
    key(name)
    self.value(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    separate()
    sink.write(value ? "true" as StaticString : "false")
  }

  mutating func member(_ name: String, _ value: Interval?) {
    key(name)
    guard let value else {
      self.value(nil as String?)
      return
    }
    object(inline: true) {
      $0.member("low", value.low)
      $0.member("high", value.high)
      $0.member("level", value.level)
      $0.member("method", value.method)
    }
  }

  /// An element whose text `body` writes itself, for the few places where there are millions.
  mutating func record(_ body: (inout ByteSink) -> Void) {
    separate()
    body(&sink)
    sink.flushIfFull()
  }

  /// A member without a value, and beside it the reason.
  mutating func missing(_ name: String, because reason: String) {
    member(name, nil as String?)
    member(name + "_reason", reason)
  }

  mutating func value(_ value: String?) {
    separate()
    if let value { sink.writeQuoted(value) } else { sink.write("null" as StaticString) }
  }

  mutating func value(_ value: Int?) {
    separate()
    if let value { sink.write(value) } else { sink.write("null" as StaticString) }
  }

  mutating func value(_ value: Double?) {
    separate()
    sink.write(value)
  }

  /// Ends the document with a line end and hands everything on.
  mutating func finish() -> ByteSink {
    sink.write(byte: 0x0A)
    sink.flush()
    return sink
  }

  private mutating func nested(
    _ opening: UInt8, _ closing: UInt8, _ inline: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    sink.write(byte: opening)
    open.append((false, inline || open.last?.isInline == true))
    body(&self)
    let level = open.removeLast()
    if level.hasMember, !level.isInline { newLine() }
    sink.write(byte: closing)
    sink.flushIfFull()
  }

  /// Writes what stands between the last member and the next one.
  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard let level = open.last else { return }
    if level.hasMember { sink.write(byte: UInt8(ascii: ",")) }
    open[open.count - 1].hasMember = true
    if level.isInline {
      if level.hasMember { sink.write(byte: 0x20) }
    } else {
      newLine()
    }
  }

  private mutating func newLine() {
    sink.write(byte: 0x0A)
    for _ in 0..<open.count * 2 { sink.write(byte: 0x20) }
  }
}
