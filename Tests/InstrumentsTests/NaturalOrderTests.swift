import Instruments
import Testing

/// Labels stand in the order in which a reader looks for them.
struct NaturalOrderTests {
  @Test func `numbers inside labels count as numbers`() {
    let sorted = ["Year 10", "Year 7", "6 Oak", "Reception", "10 Elm"].sorted(
      by: NaturalOrder.precedes)
    #expect(sorted == ["6 Oak", "10 Elm", "Reception", "Year 7", "Year 10"])
  }
}
