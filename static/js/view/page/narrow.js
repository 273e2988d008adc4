// The narrow page, whose regions stand below each other: as in style/media/narrow.css. Paper is none.

export const narrowPage = matchMedia("screen and (max-width: 899px)");
