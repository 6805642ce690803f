# The Node addon build/native/pixii.node. The headers come from npm (node-addon-api, node-api-headers),
# so that neither node-gyp nor a download from nodejs.org is needed.
foreach(package node-addon-api node-api-headers)
  execute_process(
    COMMAND node -p "require('${package}').include_dir"
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    OUTPUT_VARIABLE include_dir
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\"" "" include_dir "${include_dir}")
  get_filename_component(include_dir "${include_dir}" ABSOLUTE BASE_DIR ${CMAKE_SOURCE_DIR})
  list(APPEND PIXII_NODE_API_DIRS ${include_dir})
endforeach()

add_library(pixii_node MODULE node/addon.cc node/native_engine.cc node/native_text.cc
                              node/host_sources.cc)
set_target_properties(
  pixii_node
  PROPERTIES PREFIX ""
             SUFFIX ".node"
             OUTPUT_NAME pixii
             LIBRARY_OUTPUT_DIRECTORY ${CMAKE_SOURCE_DIR}/build/native
             CXX_VISIBILITY_PRESET hidden
             VISIBILITY_INLINES_HIDDEN ON)
target_include_directories(pixii_node SYSTEM PRIVATE ${PIXII_NODE_API_DIRS})
# A worker thread that is being stopped can take no exception any more; swallowing it there keeps the
# process alive.
target_compile_definitions(
  pixii_node PRIVATE NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS NAPI_VERSION=8 NODE_ADDON_API_DISABLE_DEPRECATED
                     NODE_ADDON_API_CPP_EXCEPTIONS_ALL)
target_compile_options(pixii_node PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
target_link_libraries(pixii_node PRIVATE pixii_engine)
if(APPLE)
  target_link_options(pixii_node PRIVATE -undefined dynamic_lookup)
else()
  # Nothing but the entry point is visible, so that two addons in one process cannot meet.
  target_link_options(pixii_node PRIVATE -Wl,--exclude-libs,ALL -Wl,--gc-sections)
endif()
