// text/shaper.cpp: puts HarfBuzz's result for a word into logical order and keeps it.
// Errors: none; characters without a glyph are listed in Shaped::missing for the caller to report.
#include "text/shaper.h"

#include <hb.h>

#include "text/shaper_words.h"

namespace precis::text {
namespace {

constexpr std::size_t kMostCached = 4'000'000;  // bytes of text

std::vector<hb_feature_t> features_of(const ShapeStyle& style) {
    std::vector<hb_feature_t> features;
    const auto set = [&](const char* tag, std::uint32_t value) {
        features.push_back({hb_tag_from_string(tag, 4), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    };
    if (style.figures == Figures::lining || style.figures == Figures::tabular) set("lnum", 1);
    if (style.figures == Figures::oldstyle) set("onum", 1);
    if (style.figures == Figures::tabular) set("tnum", 1);
    if (style.figures == Figures::lining || style.figures == Figures::oldstyle) set("pnum", 1);
    if (!style.ligatures) {
        set("liga", 0);
        set("clig", 0);
    }
    return features;
}

/// Reads the buffer into clusters, in logical order.
void collect(hb_buffer_t* buffer, std::string_view text, bool rtl, Shaped& shaped) {
    unsigned count = 0, positions = 0;
    const auto* info = hb_buffer_get_glyph_infos(buffer, &count);
    const auto* position = hb_buffer_get_glyph_positions(buffer, &positions);
    shaped.glyphs.reserve(count);
    shaped.clusters.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        const unsigned at = rtl ? count - 1 - i : i;
        const auto& from = position[at];
        if (shaped.clusters.empty() || info[at].cluster != shaped.clusters.back().begin) {
            ShapedCluster cluster;
            cluster.begin = info[at].cluster;
            cluster.glyph = static_cast<std::uint32_t>(shaped.glyphs.size());
            cluster.unsafe = (hb_glyph_info_get_glyph_flags(&info[at]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
            shaped.clusters.push_back(cluster);
        }
        auto& cluster = shaped.clusters.back();
        ++cluster.glyphs;
        cluster.advance += from.x_advance;
        shaped.glyphs.push_back({info[at].codepoint, from.x_advance, from.x_offset, from.y_offset});
        if (info[at].codepoint == 0) shaped.missing.push_back(info[at].cluster);
    }
    for (std::size_t i = 0; i < shaped.clusters.size(); ++i) {
        const auto end = i + 1 < shaped.clusters.size() ? shaped.clusters[i + 1].begin : text.size();
        shaped.clusters[i].bytes = static_cast<std::uint32_t>(end - shaped.clusters[i].begin);
    }
}

}  // namespace

Shaper::Shaper() : buffer_(hb_buffer_create()) {
    hb_buffer_set_cluster_level(buffer_.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
}
Shaper::~Shaper() = default;

Shaper::Words& Shaper::words(const ShapeStyle& style) {
    auto& slot = styles_[style];
    if (!slot) {
        slot = std::make_unique<Words>();
        slot->style = style;
        slot->features = features_of(style);
        slot->properties.direction = style.rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
        slot->properties.script = static_cast<hb_script_t>(style.script);
        slot->properties.language =
            hb_language_from_string(style.language.data(), static_cast<int>(style.language.size()));
    }
    return *slot;
}

const Shaped& Shaper::shape(Words& words, std::string_view text) {
    const auto known = words.known.find(text);
    if (known != words.known.end()) return *known->second;
    cached_ += text.size();
    const auto entry = words.known.emplace(std::string(text), std::make_unique<Shaped>()).first;
    auto& shaped = *entry->second;
    shaped.text = entry->first;
    auto* buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_DEFAULT);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_set_segment_properties(buffer, &words.properties);
    hb_shape(words.style.face->font.get(), buffer, words.features.data(), static_cast<unsigned>(words.features.size()));
    collect(buffer, text, words.style.rtl, shaped);
    return shaped;
}

void Shaper::forget_if_large() {
    if (cached_ <= kMostCached) return;
    styles_.clear();
    cached_ = 0;
}

}  // namespace precis::text
