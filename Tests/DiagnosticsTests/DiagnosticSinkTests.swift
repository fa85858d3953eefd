import Diagnostics
import Testing

struct DiagnosticSinkTests {
  private let message = Diagnostic.Message(id: "x", "bad; mend it")
  private let place = Location(file: "a.yaml", line: 1, column: 1)

  @Test func `beyond the limit diagnostics are counted and their messages never made`() {
    var sink = DiagnosticSink()
    var made = 0
    func message() -> Diagnostic.Message {
      made += 1
      return self.message
    }
    for _ in 0..<DiagnosticSink.storageLimit + 5 { sink.error(message(), at: place) }
    for _ in 0..<3 { sink.warning(message(), at: Span(place, length: 2)) }
    #expect(sink.diagnostics.count == DiagnosticSink.storageLimit)
    #expect(made == DiagnosticSink.storageLimit)
    #expect(sink.errorCount == DiagnosticSink.storageLimit + 5)
    #expect(sink.warningCount == 3)
  }

  @Test func `warnings alone are no errors`() {
    var sink = DiagnosticSink()
    sink.warning(message, at: place)
    #expect(!sink.hasErrors)
    sink.error(message, at: place)
    #expect(sink.hasErrors)
  }

  @Test func `merging keeps diagnostics and counts`() {
    var (first, second) = (DiagnosticSink(), DiagnosticSink())
    first.error(message, at: place)
    second.warning(message, at: Span(place, length: 4), notes: ["see below"])
    first.merge(second)
    #expect(first.diagnostics.map(\.severity) == [.error, .warning])
    #expect(first.diagnostics.map(\.length) == [1, 4])
    #expect(first.diagnostics[1].notes == ["see below"])
    #expect((first.errorCount, first.warningCount) == (1, 1))
  }

  @Test func `lengths are at least one`() {
    #expect(Diagnostic(.error, message, at: place, length: 0).length == 1)
    #expect(Span(place, length: -3).length == 1)
  }
}
