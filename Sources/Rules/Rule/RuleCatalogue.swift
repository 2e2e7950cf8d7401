/// Every rule there is, in order of ID.
package enum RuleCatalogue {
  package static let all: [any Rule.Type] = [
    ClutteredURL.self,
    ColonAfterTags.self,
    ConflictMarker.self,
    ConflictingTitle.self,
    ContradictedYear.self,
    DoubledMarker.self,
    DoubledSpace.self,
    DuplicateEntry.self,
    EmptyBullet.self,
    EmptyLinkLabel.self,
    FieldOrder.self,
    FullWidthCharacter.self,
    FutureYear.self,
    IndentedEntry.self,
    InsecureURL.self,
    LegendLineWithoutBreak.self,
    LinkLabelCase.self,
    LinkOrder.self,
    LinkedTitle.self,
    MalformedLink.self,
    MalformedMarker.self,
    MalformedTagBlock.self,
    MalformedURL.self,
    MalformedVenue.self,
    MisplacedPunctuation.self,
    MisplacedSpace.self,
    MissingFinalNewline.self,
    MissingFullStop.self,
    MissingLink.self,
    MissingTags.self,
    MissingTitle.self,
    MissingVenue.self,
    MisspeltVenue.self,
    MixedLineEnds.self,
    NoBreakSpace.self,
    NonCanonicalArXivURL.self,
    PaperLinkToCode.self,
    PlaceholderLink.self,
    RepeatedLegendTag.self,
    RepeatedTag.self,
    RepeatedURL.self,
    SmartQuote.self,
    SpaceInLink.self,
    StrayFullStop.self,
    StrayText.self,
    TabCharacter.self,
    TrailingSpace.self,
    UnbalancedBracket.self,
    UnexpectedTags.self,
    UnknownLinkLabel.self,
    UnknownTag.self,
    WrappedEntry.self,
    WrongLinkSeparator.self,
    WWWInURL.self,
    ZeroWidthCharacter.self,
  ]

  /// The IDs of all rules, in order.
  package static let ids = all.map { $0.description.id }

  /// Returns the rule of an ID.
  package static func rule(_ id: String) -> (any Rule.Type)? {
    all.first { $0.description.id == id }
  }
}
