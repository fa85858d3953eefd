import Responses
import Testing

/// Whether a text that a school will share names a pupil.
struct RollTextTests {
  private func finder() throws -> (String) -> Bool {
    let text = """
      pupil,name,known_as,left
      P0001,Sophia Quill,Sophie,
      P0002,Will Read,,
      P0003,Li Jun Mei,,
      P0004,May,,
      P0005,Ada North,,2026-09-01
      """
    return try #require(importedRoll(text).roll).nameFinder
  }

  @Test(arguments: [
    ("Deputy head", false), ("Sophia Quill", true), ("Quill, Sophia", true), ("sophia quill", true),
    ("Talk with Sophia Quill.", true), ("Talk with Sophie Quill’s parents", true),
    ("Sophia Quill's class", true),
    ("Talk to (Sophia Quill)", true), ("Ask Li Jun Mei first", true), ("Ask Ada North", true),
    ("Pupils who will read aloud", false), ("Ask Will Read", true), ("In May two adults", false),
    ("May", true), ("P0001", true), ("", false), ("Headteacher, from Monday", false),
  ])
  func `a name is found where it is written as one`(text: String, isNamed: Bool) throws {
    #expect(try finder()(text) == isNamed)
  }
}
