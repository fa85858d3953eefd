import Statistics

extension JSONWriter {
  /// A member that is an object.
  mutating func object(
    _ name: String, inline: Bool = false, _ body: (inout JSONWriter) -> Void
  ) {
    key(name)
    object(inline: inline, body)
  }

  /// A member that is an array, each of its elements written by `body`.
  mutating func array<Element>(
    _ name: String, of elements: some Sequence<Element>,
    _ body: (Element, inout JSONWriter) -> Void
  ) {
    key(name)
    array { json in for element in elements { body(element, &json) } }
  }

  /// A member that is an array of objects on a line each, whose members `body` writes.
  mutating func objects<Element>(
    _ name: String, of elements: some Sequence<Element>,
    _ body: (Element, inout JSONWriter) -> Void
  ) {
    array(name, of: elements) { element, json in
      json.object(inline: true) { body(element, &$0) }
    }
  }

  /// A member that is an array of texts on one line.
  mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array(inline: true) { json in for value in values { json.value(value) } }
  }

  /// A figure, and beside it the reason where there is none.
  mutating func member(
    _ name: String, _ value: Double?, orBecause reason: @autoclosure () -> String
  ) {
    member(name, value)
    if value == nil { member(name + "_reason", reason()) }
  }

  /// A count, and beside it the reason where there is none.
  mutating func member(
    _ name: String, _ value: Int?, orBecause reason: @autoclosure () -> String
  ) {
    member(name, value)
    if value == nil { member(name + "_reason", reason()) }
  }

  /// An interval, and beside it the reason where there is none.
  mutating func member(
    _ name: String, _ value: Interval?, orBecause reason: @autoclosure () -> String
  ) {
    member(name, value)
    if value == nil { member(name + "_reason", reason()) }
  }
}
