/// A framework pack: the components of school life, their practices, and the ways to find out.
public struct Framework: Hashable, Sendable {
  /// An area of school life, such as `networks` (`C2`).
  public struct Component: Hashable, Sendable {
    /// The word that stands for the component, such as `networks`; unique in the pack.
    public var id: String
    /// The short sign of the component, such as `C2`.
    public var code: String
    /// The words for a reader.
    public var title: String
    /// The practices, in the order of the pack.
    public var practices: [Practice]
    /// The methods, in the order of the pack.
    public var methods: [Method]

    public init(
      id: String, code: String, title: String, practices: [Practice], methods: [Method]
    ) {
      self.id = id
      self.code = code
      self.title = title
      self.practices = practices
      self.methods = methods
    }
  }

  /// Something that a school does, such as `networks.kindness` (`C2.P5`).
  public struct Practice: Hashable, Sendable {
    /// The id with its component, as `component.practice`.
    public var id: String
    /// The short sign of the practice, which starts with that of its component, such as `C2.P5`.
    public var code: String
    /// The words for a reader, in one line.
    public var label: String

    public init(id: String, code: String, label: String) {
      self.id = id
      self.code = code
      self.label = label
    }
  }

  /// A way to find out what is happening, such as `C2.M3`.
  public struct Method: Hashable, Sendable {
    /// What kind of data a method yields.
    ///
    /// `scale` and `comparison` are answers on scales, the latter of two groups to the same
    /// questions; `text` is what people said, counted by voice; `list` what they listed, and
    /// `artefact` what they made; `records` are counts that the school keeps; `journey` is one
    /// pupil's way through support, and `event` a poll of those who came.
    public enum DataType: String, Hashable, Sendable, CaseIterable {
      case scale, nominations, records, observation, list, text, artefact, comparison, journey
      case event
    }

    /// The place of the method in the framework, such as `C2.M3`.
    public var id: String
    /// The words for a reader, in one line.
    public var label: String
    /// The kinds of data that the method yields, at least one.
    public var dataTypes: [DataType]
    /// Who is asked, or who looks, in words.
    public var respondents: String
    /// The ids of the practices that the method is evidence of.
    public var practices: [String]
    /// The least evidence with which the method says anything, in words.
    public var minimum: String
    /// How the evidence becomes a score, a gap or a signal, in words.
    public var rule: String

    public init(
      id: String, label: String, dataTypes: [DataType], respondents: String, practices: [String],
      minimum: String, rule: String
    ) {
      self.id = id
      self.label = label
      self.dataTypes = dataTypes
      self.respondents = respondents
      self.practices = practices
      self.minimum = minimum
      self.rule = rule
    }
  }

  /// The word that stands for the pack, such as `islington-mhars`; also the name of its file.
  public var id: String
  /// The words for a reader.
  public var title: String
  /// Where the framework comes from, and whose its wording is.
  public var source: String
  /// The components, in the order of the pack.
  public var components: [Component]
  /// The id of the pack whose practices a crosswalk sorts by components of its own; `nil` for a pack
  /// with practices of its own.
  public var crosswalk: String?

  public init(
    id: String, title: String, source: String, components: [Component], crosswalk: String? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.components = components
    self.crosswalk = crosswalk
  }
}
